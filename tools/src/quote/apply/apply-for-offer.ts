import type { ApplicationView, QuoteResult } from '@app/contracts';
import { type Result, refused } from '@app/domain';
import type { ApplicationApi } from '../api/application-api.js';
import {
  acceptedLine,
  applyingLines,
  documentLine,
  howToAcceptLines,
  noOfferLines,
  noPolicyLines,
  policyLines,
} from '../view/application-lines.js';
import type { QuoteView } from '../view/quote-view.js';
import { type Candidate, chooseOffer, dueMinorOf } from './choose-offer.js';
import { type DecidePrice, decidePrice } from './decide-price.js';
import { developmentPayment } from './development-payment.js';
import type { HolderDetails } from './holder-details.js';
import { saveDocument } from './save-document.js';

/** What the command line says of an application. */
export interface ApplyArguments {
  /** The cheapest offer of all partners without one. */
  readonly partner: string | undefined;
  readonly holder: HolderDetails;
  /** A changed price is accepted without a question. */
  readonly acceptsPrice: boolean;
  /** Where the first document goes. */
  readonly documentFile: string | undefined;
}

export interface ApplyTools extends DecidePrice {
  readonly api: ApplicationApi;
  readonly view: Pick<QuoteView, 'say' | 'showApplication'>;
  /** Says what went wrong, and the way out. */
  readonly complain: (lines: readonly string[]) => void;
  readonly signal: AbortSignal;
  /** How long the documents of an issued policy are waited for. */
  readonly documentsWithinMs: number;
}

/** `PRICE_CHANGED`: a new price waits to be accepted. `FAILED`: no policy for any other reason, or its document is not saved. */
export type ApplyOutcome = 'ISSUED' | 'PRICE_CHANGED' | 'FAILED';

const WAITING: readonly ApplicationView['status'][] = ['SUBMITTED', 'PENDING_PARTNER', 'OUTCOME_UNKNOWN'];

/** Reasons of a policy that will have no documents. */
const NO_DOCUMENTS: readonly (string | null)[] = [
  'WITHOUT_DOCUMENTS',
  'ADOPTED_WITHOUT_DOCUMENTS',
  'MARKED_BY_OPERATOR',
];

const isOnItsWay = ({ status }: Pick<ApplicationView, 'status'>): boolean => WAITING.includes(status);

/** The newest state when nothing goes on by itself any more; each one on the way is shown. */
async function followWhileOnItsWay(
  start: ApplicationView,
  { api, view, signal }: ApplyTools,
): Promise<ApplicationView> {
  let current = start;
  view.showApplication(current);
  if (!isOnItsWay(current)) return current;
  for await (const newer of api.follow(current, (state) => !isOnItsWay(state), signal)) {
    view.showApplication(newer);
    current = newer;
  }
  return current;
}

/** Follows the application to its end, through as many new prices as are accepted. */
async function followToEnd(start: ApplicationView, dueMinor: number, tools: ApplyTools): Promise<ApplicationView> {
  const current = await followWhileOnItsWay(start, tools);
  if (current.priceChange === null) return current;
  const accepted = await decidePrice(current.priceChange, dueMinor, tools);
  if (accepted === undefined) return current;
  const goesOn = await tools.api.accept(current, accepted, tools.signal);
  return followToEnd(goesOn, accepted.payment.amountMinor, tools);
}

/** Documents come a moment after the policy; those that do not come in time are no failure. */
async function withDocuments(issued: ApplicationView, tools: ApplyTools): Promise<ApplicationView> {
  const hasNone = issued.events.some(({ reason }) => NO_DOCUMENTS.includes(reason));
  if (issued.documents.length > 0 || hasNone) return issued;
  const { api, view, signal, documentsWithinMs } = tools;
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(documentsWithinMs)]);
  let current = issued;
  try {
    for await (const newer of api.follow(issued, ({ documents }) => documents.length > 0, inTime)) {
      view.showApplication(newer);
      current = newer;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!inTime.aborted) throw error;
  }
  return current;
}

async function keepDocument(
  application: ApplicationView,
  file: string | undefined,
  { api, view, complain, signal }: ApplyTools,
): Promise<ApplyOutcome> {
  const [first] = application.documents;
  view.say(application.documents.map((document) => documentLine(document, api.origin)));
  if (first === undefined) view.say(['There are no documents (yet).']);
  if (file === undefined) return 'ISSUED';
  const saved: Result<void, string> =
    first === undefined
      ? refused('there is none')
      : await saveDocument(file, await api.document(application, first, signal), first.sha256);
  if (saved.ok) view.say([`Saved to ${file}; its sha256 is right.`]);
  else complain([`The policy is there, but no document is saved to ${file}: ${saved.error}.`]);
  return saved.ok ? 'ISSUED' : 'FAILED';
}

async function conclude(
  application: ApplicationView,
  candidate: Candidate,
  documentFile: string | undefined,
  tools: ApplyTools,
): Promise<ApplyOutcome> {
  const { api, view, complain } = tools;
  if (application.status === 'ISSUED') {
    view.say(policyLines(application, candidate));
    return keepDocument(await withDocuments(application, tools), documentFile, tools);
  }
  const isUndecided = application.status === 'PRICE_CHANGED';
  complain(isUndecided ? howToAcceptLines(application, api.origin) : noPolicyLines(application));
  return isUndecided ? 'PRICE_CHANGED' : 'FAILED';
}

/** Applies for an offer of a complete quote, and sees it through to its policy. Throws `ApiError`. */
export async function applyForOffer(
  result: QuoteResult,
  { partner, holder, documentFile }: Omit<ApplyArguments, 'acceptsPrice'>,
  tools: ApplyTools,
): Promise<ApplyOutcome> {
  const { api, view, complain, signal, today } = tools;
  const chosen = chooseOffer(result, partner);
  if (!chosen.ok) {
    complain(noOfferLines(chosen.error));
    return 'FAILED';
  }
  const { offer } = chosen.value;
  const dueMinor = dueMinorOf(offer);
  const payment = developmentPayment(dueMinor, today());
  view.say(applyingLines(chosen.value, dueMinor, payment.reference));
  const order = { offerId: offer.offerId, acceptedTotalMinor: offer.premium.totalMinor, payment };
  const application = await api.apply({ ...holder(result.productLine, today()), ...order }, signal);
  view.say([acceptedLine(application)]);
  try {
    return await conclude(await followToEnd(application, dueMinor, tools), chosen.value, documentFile, tools);
  } catch (error) {
    complain([
      `Application ${application.id} was made, and goes on without this command where its stack stays up:`,
      `  GET ${api.origin}${application.links.self}`,
    ]);
    throw error;
  }
}
