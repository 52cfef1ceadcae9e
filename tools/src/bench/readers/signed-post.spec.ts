import { describe, expect, it } from '@jest/globals';
import { signatureHeaders } from './signed-post.js';

describe('the signature of a posted answer', () => {
  it('is that of Standard Webhooks (the example of its documentation)', () => {
    const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(signatureHeaders(key, '{"test": 2432232314}', 1_614_265_330, 'msg_p5jXN8AQM9LWM0D4loKWxJek')).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
});
