import { partnerConformance } from '@app/partner-kit/conformance';
import { fizzbuzzConformance } from './testing/conformance.js';

partnerConformance(fizzbuzzConformance);
