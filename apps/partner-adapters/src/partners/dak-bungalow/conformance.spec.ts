import { partnerConformance } from '@app/partner-kit/conformance';
import { dakConformance } from './testing/conformance.js';

partnerConformance(dakConformance);
