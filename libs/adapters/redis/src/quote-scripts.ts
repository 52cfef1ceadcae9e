import { LuaScript } from './lua-script.js';
import { ADD_MESSAGES, OUTBOX } from './outbox-scripts.js';

export const MOST_WITH_ONE_OFFER = 5;

/** KEYS of both scripts after the outbox: 4 revocable messages, 5 request, 6 content, 7 running. */
const REQUEST = `
local REVOCABLE, REQUEST, CONTENT, RUNNING = KEYS[4], KEYS[5], KEYS[6], KEYS[7]
`;

/** Of one offer id the newest requests; all of them carry the tag of the other keys. */
const INDEX_OFFERS = `
local function indexOffers(keys, createdAt, id, life)
  for _, key in ipairs(cjson.decode(keys)) do
    redis.call('ZADD', key, createdAt, id)
    redis.call('ZREMRANGEBYRANK', key, 0, -${1 + MOST_WITH_ONE_OFFER})
    live(key, life)
  end
end
`;

/**
 * Everything of a new request. KEYS 8: the idempotency key, where there is one. ARGV from 3 on: lease and time to live in
 * ms, id, version, progress, consent, request, sealed fields, deadline in ms or nothing when the request is complete,
 * fingerprint, response, life of the key in ms, keys of offers as JSON, when it was made in ms, messages. Returns the outcome, and for a repetition the response.
 */
export const ACCEPT = new LuaScript(`${OUTBOX}${ADD_MESSAGES}${REQUEST}${INDEX_OFFERS}
local lease, ttl, id, version, progress, consent, request, sealed, deadline, fingerprint, response, keyLife, offers,
  createdAt = unpack(ARGV, 3, 16)
lease, ttl, keyLife = tonumber(lease), tonumber(ttl), tonumber(keyLife)

if KEYS[8] then
  local known = redis.call('HMGET', KEYS[8], 'fingerprint', 'response', 'until')
  if known[1] and tonumber(known[3]) > NOW then
    if known[1] ~= fingerprint then return { 'KEY_REUSED' } end
    return { 'REPLAYED', known[2] }
  end
end
if redis.call('EXISTS', REQUEST) == 1 or isTaken(17) then return { 'TAKEN' } end

redis.call('HSET', REQUEST, 'version', version, 'withdrawn', 0, 'progress', progress, 'consent', consent)
redis.call('HSET', CONTENT, 'request', request, 'sealed', sealed)
redis.call('PEXPIRE', REQUEST, ttl)
redis.call('PEXPIRE', CONTENT, ttl)
redis.call('ZREMRANGEBYSCORE', RUNNING, '-inf', NOW - ttl)
if deadline ~= '' then
  redis.call('ZADD', RUNNING, deadline, id)
  live(RUNNING, ttl)
end
if KEYS[8] then
  redis.call('HSET', KEYS[8], 'fingerprint', fingerprint, 'response', response, 'until', NOW + keyLife)
  redis.call('PEXPIRE', KEYS[8], keyLife)
end
indexOffers(offers, createdAt, id, ttl)
addMessages(17, ttl, lease, REVOCABLE)
return { 'ACCEPTED' }
`);

/**
 * Stores a change where the request is still what it was decided on: a withdrawal alone does not raise the version. ARGV
 * from 3 on: lease in ms, id, version and withdrawal (0 or 1) before and after, progress, 1 when it is complete now,
 * keys of new offers as JSON, when the request was made in ms, messages. Returns `STORED`, `CHANGED` (by somebody else, or gone) or `TAKEN` (a message's id).
 */
export const CHANGE = new LuaScript(`${OUTBOX}${ADD_MESSAGES}${REQUEST}${INDEX_OFFERS}
local lease, id, versionBefore, withdrawnBefore, version, withdrawn, progress, complete, offers, createdAt =
  unpack(ARGV, 3, 12)

local before = redis.call('HMGET', REQUEST, 'version', 'withdrawn')
if before[1] ~= versionBefore or before[2] ~= withdrawnBefore then return 'CHANGED' end
if isTaken(13) then return 'TAKEN' end

redis.call('HSET', REQUEST, 'version', version, 'withdrawn', withdrawn, 'progress', progress)
if complete == '1' then redis.call('ZREM', RUNNING, id) end
if withdrawn ~= withdrawnBefore then
  for _, message in ipairs(redis.call('SMEMBERS', REVOCABLE)) do forget(message) end
  redis.call('DEL', REVOCABLE, CONTENT)
end
local life = math.max(1, redis.call('PTTL', REQUEST))
indexOffers(offers, createdAt, id, life)
addMessages(13, life, tonumber(lease), REVOCABLE)
return 'STORED'
`);

/** KEYS 1: the record of answers that were not stored. ARGV: most entries, life in ms, entries. */
export const KEEP_UNSTORED = new LuaScript(`
for at = 3, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[at]) end
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[1]), -1)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
`);
