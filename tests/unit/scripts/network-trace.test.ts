import { expect, test } from 'vitest';
import { callsByFamily, watchedCommand } from '../../../scripts/network-trace.ts';

const TRACE = [
  '101 connect(5, {sa_family=AF_UNIX, sun_path="/run/nscd/socket"}, 110) = -1 ENOENT (No such file or directory)',
  '101 connect(6, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20 <unfinished ...>',
  '101 <... connect resumed>)               = 0',
  '102 sendto(7, "\\24\\0\\0\\0", 20, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 20',
  '102 sendmsg(8, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="x", iov_len=1}], msg_iovlen=1}, MSG_NOSIGNAL) = 1',
].join('\n');

test('calls are counted by name and family, a line that goes on counts once', () => {
  const { calls, outside } = callsByFamily(TRACE);
  expect([...calls]).toEqual([['connect AF_UNIX', 2], ['sendmsg without an address', 1], ['sendto AF_NETLINK', 1]]);
  expect(outside).toEqual([]);
});

test.each([
  '9 connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 EINPROGRESS (Operation now in progress)',
  '9 connect(3, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28 <unfinished ...>',
  'connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 0',
  '9 sendto(3, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(3478), sin_addr=inet_addr("192.0.2.1")}, 16) = 1',
  '9 sendmsg(3, {msg_name={sa_family=AF_INET6, sin6_port=htons(5353)}, msg_namelen=28}, 0) = 40',
])('an address of the internet is seen: %s', (line) => {
  expect(callsByFamily(`${TRACE}\n${line}`).outside).toEqual([line]);
});

test('a watched program runs inside its watch, with its own words last', () => {
  expect(watchedCommand({ namespace: true, trace: false }, 'log', ['node', 'x.ts'])).toEqual(['unshare', '-rn', 'node', 'x.ts']);
  expect(watchedCommand({ namespace: false, trace: true }, 'log', ['node', 'x.ts']).slice(-4)).toEqual(['-o', 'log', 'node', 'x.ts']);
  expect(watchedCommand({ namespace: true, trace: true }, 'log', ['node']).slice(0, 4)).toEqual(['unshare', '-rn', 'strace', '-f']);
});
