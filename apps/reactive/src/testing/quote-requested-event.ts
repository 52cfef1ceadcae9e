import {
  type CanonicalRequest,
  type CloudEvent,
  type QuoteRequestedData,
  quoteRequested,
  separatePersonal,
} from '@app/contracts';

/** The event that asks one partner for a quote. What it seals is of no use to anyone. */
export function quoteRequestedEvent(
  request: CanonicalRequest,
  partner = 'acme-general',
): CloudEvent<QuoteRequestedData> {
  const { requestId, productLine, createdAt, answerDeadline, acceptLateUntil } = request;
  return {
    specversion: '1.0',
    id: '01934f2a-0000-7000-8000-0000000000e1',
    source: '/services/business',
    type: quoteRequested.type,
    subject: requestId,
    time: createdAt,
    datacontenttype: 'application/json',
    dataschema: quoteRequested.type,
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    deadline: answerDeadline,
    attempt: 1,
    returnaddress: 'partner-answers',
    data: {
      requestId,
      partner,
      productLine,
      answerDeadline,
      acceptLateUntil,
      request: separatePersonal(request).open,
      sealed: 'not.to.be.opened',
    },
  };
}
