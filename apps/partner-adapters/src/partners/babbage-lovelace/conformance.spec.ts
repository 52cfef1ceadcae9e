import { partnerConformance } from '@app/partner-kit/conformance';
import { babbageConformance } from './testing/conformance.js';

partnerConformance(babbageConformance);
