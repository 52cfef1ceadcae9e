import { defineMotorLine } from '../motor/motor-line.js';

export const motorFourWheeler = defineMotorLine({
  id: 'motor-four-wheeler',
  title: 'Car insurance',
  vehicleClass: '4W',
  // ₹0, 2 500, 5 000, 7 500, 15 000 (canonical-model.md §3.1).
  deductiblesMinor: [0, 250_000, 500_000, 750_000, 1_500_000],
});
