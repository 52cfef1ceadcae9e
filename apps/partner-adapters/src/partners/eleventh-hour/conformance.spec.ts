import { partnerConformance } from '@app/partner-kit/conformance';
import { eleventhHourConformance } from './testing/conformance.js';

partnerConformance(eleventhHourConformance);
