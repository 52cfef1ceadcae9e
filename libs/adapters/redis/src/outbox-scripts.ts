import { LuaScript } from './lua-script.js';

/**
 * What every script knows that touches the outbox. KEYS 1 to 3: the sets of `QuoteKeys.outbox`. ARGV 1: what the keys of
 * messages begin with; 2: the time in ms. A message is a key of its own that ends with its request; the sets follow it.
 */
export const OUTBOX = `
local FREE, HELD, ENDS = KEYS[1], KEYS[2], KEYS[3]
local MESSAGE, NOW = ARGV[1], tonumber(ARGV[2])

local function forget(id)
  redis.call('DEL', MESSAGE .. id)
  for set = 1, 3 do redis.call('ZREM', KEYS[set], id) end
end

local function forgetEnded()
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', ENDS, '-inf', NOW, 'LIMIT', 0, 100)) do forget(id) end
end

local function live(key, life)
  if redis.call('PTTL', key) < life then redis.call('PEXPIRE', key, life) end
end

local function put(set, score, id)
  redis.call('ZADD', set, score, id)
  live(set, redis.call('PTTL', ENDS))
end
`;

/** Adds messages that stand in ARGV as id, JSON, and 1 where they are revocable. */
export const ADD_MESSAGES = `
local function isTaken(first)
  for at = first, #ARGV, 3 do
    if redis.call('EXISTS', MESSAGE .. ARGV[at]) == 1 then return true end
  end
  return false
end

local function addMessages(first, life, lease, revocable)
  forgetEnded()
  for at = first, #ARGV, 3 do
    local id = ARGV[at]
    redis.call('SET', MESSAGE .. id, ARGV[at + 1], 'PX', life)
    redis.call('ZADD', ENDS, NOW + life, id)
    live(ENDS, life)
    put(HELD, NOW + lease, id)
    if ARGV[at + 2] == '1' then
      redis.call('SADD', revocable, id)
      live(revocable, life)
    end
  end
end
`;

/** ARGV 3: how long the claim lasts in ms; 4: most messages. Returns them as JSON, the oldest first. */
export const CLAIM = new LuaScript(`${OUTBOX}
local lease, limit = tonumber(ARGV[3]), tonumber(ARGV[4])
forgetEnded()
for _, id in ipairs(redis.call('ZRANGEBYSCORE', HELD, '-inf', '(' .. ARGV[2], 'LIMIT', 0, 1000)) do
  redis.call('ZREM', HELD, id)
  put(FREE, 0, id)
end
local claimed = {}
while #claimed < limit do
  local id = redis.call('ZPOPMIN', FREE)[1]
  if not id then break end
  local message = redis.call('GET', MESSAGE .. id)
  if message then
    put(HELD, NOW + lease, id)
    claimed[#claimed + 1] = message
  else
    forget(id)
  end
end
return claimed
`);

/** ARGV from 3 on: ids. */
export const REMOVE = new LuaScript(`${OUTBOX}
for at = 3, #ARGV do forget(ARGV[at]) end
`);
