import { describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { idFor, lifecycleOf } from './quote-ids.js';

describe('the id of a quote request', () => {
  it('says where the request lives, and is a UUIDv7 all the same', () => {
    for (const id of Array.from({ length: 64 }, () => newId())) {
      expect(lifecycleOf(idFor('durable', id))).toBe('durable');
      expect(lifecycleOf(idFor('ephemeral', id))).toBe('ephemeral');
      expect(idFor('ephemeral', id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(idFor('ephemeral', id).slice(0, -1)).toBe(id.slice(0, -1));
    }
  });
});
