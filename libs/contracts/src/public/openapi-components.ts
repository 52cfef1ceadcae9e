import { anyJson, decline, offer } from '../partner-answer.js';
import { payment, policyHolder } from '../policy-application.js';
import { SchemaComponents } from '../schema-components.js';
import { acceptanceBody, applicationBody } from './application-body.js';
import { applicationView } from './application-view.js';
import { auditItem, auditList, partnerList, partnerStateChange, partnerView } from './fleet.js';
import { healthy } from './operations-service.js';
import { problem } from './problem.js';
import { quoteRequestParts } from './quote-request-schema.js';
import { answerCounts, answerView, quoteLinks, quoteResult, quoteTask } from './quote-result.js';
import { answerEvent, completedEvent } from './quote-stream.js';
import {
  countryItem,
  countryList,
  productLineItem,
  productLineList,
  rtoItem,
  rtoList,
  vehicleItem,
  vehicleList,
} from './reference-data.js';
import { RESPONSE_HEADERS } from './response-headers.js';

export const openApiSchemas = new SchemaComponents(
  {
    ...quoteRequestParts,
    QuoteTask: quoteTask,
    QuoteResult: quoteResult,
    QuoteLinks: quoteLinks,
    AnswerCounts: answerCounts,
    Answer: answerView,
    Offer: offer,
    Decline: decline,
    AnyJson: anyJson,
    AnswerEvent: answerEvent,
    CompletedEvent: completedEvent,
    ApplicationRequest: applicationBody,
    Application: applicationView,
    Acceptance: acceptanceBody,
    PolicyHolder: policyHolder,
    Payment: payment,
    ProductLine: productLineItem,
    ProductLineList: productLineList,
    Vehicle: vehicleItem,
    VehicleList: vehicleList,
    Rto: rtoItem,
    RtoList: rtoList,
    Country: countryItem,
    CountryList: countryList,
    PartnerStateChange: partnerStateChange,
    Partner: partnerView,
    PartnerList: partnerList,
    AuditEntry: auditItem,
    AuditList: auditList,
    Health: healthy,
    Problem: problem,
  },
  'draft-2020-12',
);

const headers = () =>
  Object.fromEntries(
    Object.entries(RESPONSE_HEADERS).map(([name, { description, example }]) => [
      name,
      { description, schema: { type: 'string' }, example },
    ]),
  );

const securitySchemes = {
  key: { type: 'http', scheme: 'bearer', description: 'The key of a client: `Authorization: Bearer <key>`' },
  capability: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Access-Token',
    description:
      'The `accessToken` of one quote request, or of one application. A public client reads with it only; a ' +
      'confidential client reads what it created itself without it.',
  },
};

/** What operations refer to. */
export const openApiComponents = () => ({ schemas: openApiSchemas.all(), headers: headers(), securitySchemes });
