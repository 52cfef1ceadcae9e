import { type Decline, ok, type Result, refused } from '@app/domain';
import { type MotorRequest, unsupported, type XmlElement } from '@app/partner-kit';
import { acord, amount, born, partyAt, preamble } from '../../acord.js';
import { COVERAGE_CODES, COVERS, FUELS, MODELS, NCB_CODES, TERRITORIES } from './cross-walk.js';
import type { BabbageMotorQuestion } from './wire.js';

type Risk = MotorRequest['risk'];
type Model = readonly [manufacturer: string, model: string];

function policy({ policyStartDate, previousPolicy }: Risk): XmlElement {
  return acord('PersPolicy', [
    acord('LOBCd', 'AUTOP'),
    acord('ContractTerm', [acord('EffectiveDt', policyStartDate)]),
    previousPolicy === null
      ? undefined
      : acord('OtherOrPriorPolicy', [acord('ContractTerm', [acord('ExpirationDt', previousPolicy.expiryDate)])]),
  ]);
}

function registration({ registrationNumber, registrationDate }: Risk): XmlElement {
  return acord('Registration', [
    // A new vehicle has none.
    registrationNumber ? acord('RegistrationId', registrationNumber) : undefined,
    acord('RegistrationDt', registrationDate),
  ]);
}

/** The requested value; liability cover insures none. */
function statedValue({ coverType, requestedIdvMinor }: Risk): XmlElement | undefined {
  if (coverType === 'THIRD_PARTY' || requestedIdvMinor === null) return undefined;
  return acord('StatedValueAmt', [amount(requestedIdvMinor)]);
}

const coverages = ({ addOns }: Risk): XmlElement[] =>
  addOns.flatMap((addOn) => COVERAGE_CODES[addOn] ?? []).map((code) => acord('Coverage', [acord('CoverageCd', code)]));

function vehicle(risk: Risk, [manufacturer, model]: Model): XmlElement {
  const children = [
    acord('ManufacturerCd', manufacturer),
    acord('ModelCd', model),
    acord('FuelTypeCd', FUELS[risk.fuelType]),
    registration(risk),
    acord('TerritoryCd', risk.rtoCode),
    statedValue(risk),
    ...coverages(risk),
  ];
  return acord('PersVeh', children, { id: 'V1' });
}

function content({ createdAt, proposer, risk }: MotorRequest, model: Model): XmlElement[] {
  return [
    ...preamble(createdAt),
    acord('InsuredOrPrincipal', [
      partyAt(proposer.pincode),
      acord('InsuredOrPrincipalInfo', [born(proposer.dateOfBirth)]),
    ]),
    policy(risk),
    acord('PersAutoLineBusiness', [
      acord('CoverTypeCd', COVERS[risk.coverType]),
      acord('NCBCd', NCB_CODES[risk.entitledNcbPercent]),
      vehicle(risk, model),
    ]),
  ];
}

/** A canonical request in B's words; a decline for what B does not know. */
export function toBabbageLovelace(request: MotorRequest): Result<BabbageMotorQuestion, Decline> {
  const { requestId, risk } = request;
  const model = MODELS.get(risk.vehicleId);
  if (model === undefined) return refused(unsupported('Babbage & Lovelace does not insure this model'));
  if (!TERRITORIES.has(risk.rtoCode))
    return refused(unsupported('Babbage & Lovelace does not insure cars registered at this office'));
  return ok({
    name: 'PersAutoPolicyQuoteInq',
    // A request has one line and one quote here, so its own id makes every repeat the same question.
    rqUid: requestId,
    content: content(request, model),
    cover: COVERS[risk.coverType],
  });
}
