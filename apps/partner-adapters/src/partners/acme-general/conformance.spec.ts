import { partnerConformance } from '@app/partner-kit/conformance';
import { acmeConformance } from './testing/conformance.js';

partnerConformance(acmeConformance);
