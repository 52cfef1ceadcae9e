import { LuaScript } from './lua-script.js';

/**
 * Counts one use against all limits, or against none. A window is cut into ten slices, by the server's clock; uses are
 * counted by slice, and those of the present slice and of the ten before it are never more than the quota. So there are
 * at most eleven small counters, whatever the quota, and any window of time is covered.
 *
 * KEYS: a hash for each limit, slice number to uses. ARGV: quota and window in ms, for each. Returns whether it was
 * allowed, then what remains and for how many ms nothing more becomes free, for each.
 */
export const USE = new LuaScript(`
local SLICES = 10
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000

local function read(key, quota, window)
  local width = window / SLICES
  local slice = math.floor(now / width)
  local limit = { quota = quota, window = window, width = width, slice = slice, used = 0, uses = {} }
  local stored = redis.call('HGETALL', key)
  for at = 1, #stored, 2 do
    local counted, count = tonumber(stored[at]), tonumber(stored[at + 1])
    if counted < slice - SLICES then
      redis.call('HDEL', key, stored[at])
    else
      limit.used = limit.used + count
      limit.uses[#limit.uses + 1] = { slice = counted, count = count }
    end
  end
  table.sort(limit.uses, function(one, other) return one.slice < other.slice end)
  return limit
end

local function count(key, limit)
  redis.call('HINCRBY', key, string.format('%.0f', limit.slice), 1)
  redis.call('PEXPIRE', key, math.ceil(limit.window + limit.width))
  limit.used = limit.used + 1
  limit.uses[#limit.uses + 1] = { slice = limit.slice, count = 1 }
end

local function reset(limit)
  local left = limit.used
  for _, use in ipairs(limit.uses) do
    left = left - use.count
    if left < limit.quota then return math.ceil((use.slice + SLICES + 1) * limit.width - now) end
  end
  return limit.used < limit.quota and 0 or limit.window
end

local limits, allowed = {}, true
for index, key in ipairs(KEYS) do
  local limit = read(key, tonumber(ARGV[2 * index - 1]), tonumber(ARGV[2 * index]))
  limits[index] = limit
  allowed = allowed and limit.used < limit.quota
end
local verdict = { allowed and 1 or 0 }
for index, limit in ipairs(limits) do
  if allowed then count(KEYS[index], limit) end
  verdict[2 * index] = math.max(0, limit.quota - limit.used)
  verdict[2 * index + 1] = reset(limit)
end
return verdict
`);
