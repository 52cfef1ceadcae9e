import { partnerConformance } from '@app/partner-kit/conformance';
import { cogwheelConformance } from './testing/conformance.js';

partnerConformance(cogwheelConformance);
