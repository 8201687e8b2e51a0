// Loaded before a program under test (`--import`), its threads and its children: names every address that any of them calls, in a file.
import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const file = process.env.TRAME_TEST_SOCKETS ?? '';
const note = (what, ...where) => appendFileSync(file, `${what} ${JSON.stringify(where.filter((each) => typeof each !== 'function'))}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...where) {
  note('connect', ...where);
  return connect.apply(this, where);
};
for (const name of Object.keys(dns).filter((each) => /^(?:lookup|resolve|reverse)/.test(each) && typeof dns[each] === 'function')) {
  const ask = dns[name];
  dns[name] = (...where) => {
    note(`dns.${name}`, ...where);
    return ask(...where);
  };
}
for (const name of ['send', 'connect']) {
  const speak = dgram.Socket.prototype[name];
  dgram.Socket.prototype[name] = function (...where) {
    note(`udp.${name}`);
    return speak.apply(this, where);
  };
}
syncBuiltinESMExports();
// that the watch was there at all
appendFileSync(file, `watching ${process.pid}\n`);
