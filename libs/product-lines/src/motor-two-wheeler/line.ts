import { defineMotorLine } from '../motor/motor-line.js';

export const motorTwoWheeler = defineMotorLine({
  id: 'motor-two-wheeler',
  title: 'Two-wheeler insurance',
  vehicleClass: '2W',
  // ₹0, 500, 750, 1 000, 1 500, 3 000 (canonical-model.md §3.2).
  deductiblesMinor: [0, 50_000, 75_000, 100_000, 150_000, 300_000],
});
