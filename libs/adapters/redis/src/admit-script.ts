/**
 * Asks and counts in one step, by the server's clock in microseconds: finer than calls follow each other, and exact in a
 * double; `%.0f`, since Lua would round such a number when it becomes text.
 *
 * KEYS: admitted requests and open sessions, each a sorted set: the first by when they were admitted, the second by when
 * they end. ARGV: id, requests, hold in ms, most requests, window in ms, most sessions; -1 for no limit.
 * Returns what is full, 0 nothing, 1 rate, 2 sessions, and for how many ms at most.
 */
export const ADMIT = `
local id, requests, hold = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]) * 1000
local most, window, sessions = tonumber(ARGV[4]), tonumber(ARGV[5]) * 1000, tonumber(ARGV[6])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function text(number) return string.format('%.0f', number) end
local function full(what, untilWhen) return { what, math.ceil((untilWhen - now) / 1000) } end

if most >= 0 and requests > 0 then
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now - window))
  local mustLeave = redis.call('ZCARD', KEYS[1]) + math.min(requests, most) - most
  if mustLeave > 0 then
    local last = redis.call('ZRANGE', KEYS[1], mustLeave - 1, mustLeave - 1, 'WITHSCORES')
    return full(1, tonumber(last[2]) + window)
  end
end
if sessions >= 0 then
  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', text(now))
  if redis.call('ZCARD', KEYS[2]) >= sessions then
    local first = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
    return full(2, tonumber(first[2]))
  end
end

if most >= 0 and requests > 0 then
  for index = 1, requests do redis.call('ZADD', KEYS[1], text(now), id .. ':' .. index) end
  redis.call('PEXPIRE', KEYS[1], text(window / 1000))
end
if sessions >= 0 then
  redis.call('ZADD', KEYS[2], text(now + hold), id)
  if redis.call('PTTL', KEYS[2]) < hold / 1000 then redis.call('PEXPIRE', KEYS[2], text(hold / 1000)) end
end
return { 0, 0 }
`;
