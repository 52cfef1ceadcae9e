import h1 from '../../examples/h1.json' with { type: 'json' };
import h2 from '../../examples/h2.json' with { type: 'json' };
import h3 from '../../examples/h3.json' with { type: 'json' };
import h4 from '../../examples/h4.json' with { type: 'json' };
import l1 from '../../examples/l1.json' with { type: 'json' };
import l2 from '../../examples/l2.json' with { type: 'json' };
import l3 from '../../examples/l3.json' with { type: 'json' };
import m1 from '../../examples/m1.json' with { type: 'json' };
import m2 from '../../examples/m2.json' with { type: 'json' };
import m3 from '../../examples/m3.json' with { type: 'json' };
import m4 from '../../examples/m4.json' with { type: 'json' };
import m5 from '../../examples/m5.json' with { type: 'json' };
import m6 from '../../examples/m6.json' with { type: 'json' };
import r1 from '../../examples/r1.json' with { type: 'json' };
import r2 from '../../examples/r2.json' with { type: 'json' };
import r3 from '../../examples/r3.json' with { type: 'json' };
import r4 from '../../examples/r4.json' with { type: 'json' };
import t1 from '../../examples/t1.json' with { type: 'json' };
import t2 from '../../examples/t2.json' with { type: 'json' };
import t3 from '../../examples/t3.json' with { type: 'json' };

/** Complete bodies of `POST /v1/quote-requests`, by the names that rating.md prices them under. */
export const WORKED_EXAMPLES = { h1, h2, h3, h4, l1, l2, l3, m1, m2, m3, m4, m5, m6, r1, r2, r3, r4, t1, t2, t3 };
