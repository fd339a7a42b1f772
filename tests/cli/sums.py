"""Recomputes every sum of a file by what alianza(5) says, and nothing else: the
columns and their numbers are read from the page. sums.py PAGE FILE"""
import re
import sqlite3
import struct
import sys

WORD = (1 << 64) - 1


def siphash(data):
    """SipHash-2-4, the highest bit cleared."""
    k0, k1 = struct.unpack('<QQ', b'alianza content1')
    v = [k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d,
         k0 ^ 0x6c7967656e657261, k1 ^ 0x7465646279746573]

    def turn(x, bits):
        return (x << bits | x >> (64 - bits)) & WORD

    def rounds(n):
        a, b, c, d = v
        for _ in range(n):
            a = (a + b) & WORD
            c = (c + d) & WORD
            b = turn(b, 13) ^ a
            d = turn(d, 16) ^ c
            a = turn(a, 32)
            a = (a + d) & WORD
            c = (c + b) & WORD
            d = turn(d, 21) ^ a
            b = turn(b, 17) ^ c
            c = turn(c, 32)
        v[:] = a, b, c, d

    data += bytes(7 - len(data) % 8) + bytes([len(data) & 255])
    for (word,) in struct.iter_unpack('<Q', data):
        v[3] ^= word
        rounds(2)
        v[0] ^= word
    v[2] ^= 255
    rounds(4)
    return (v[0] ^ v[1] ^ v[2] ^ v[3]) & (WORD >> 1)


def tag(letter, number=0):
    return letter + struct.pack('<Q', number)[:7]


def fed(value):
    if value is None:
        return tag(b'n')
    if isinstance(value, int):
        return tag(b'i') + struct.pack('<q', value)
    text = value.encode()
    return tag(b't', len(text)) + text


def total(values):
    return siphash(b''.join(map(fed, values)))


def tables(page):
    """Number of an entity: its table, {column: number}."""
    common, found, into = {}, {}, None
    for line in open(page, encoding='utf-8'):
        entity = re.match(r'\.Ss (\w+) \((\d+)\)', line)
        column = re.match(r'\.It Va (\w+) Ta (\d+) Ta (\w+) Ta', line)
        if entity:
            into = dict(common)
            found[int(entity[2])] = entity[1], into
        elif column and column[3] != 'item':
            (common if into is None else into)[column[1]] = int(column[2])
    return found


def birth(db, known, entity, record):
    """The values at birth, as pairs (field, value)."""
    table, columns = known[entity]
    row = db.execute('SELECT %s FROM "%s" WHERE id=?' % (
        ','.join('"%s"' % c for c in columns), table), (record,)).fetchone()
    cells = dict(zip(columns.values(), row))
    items = set(db.execute('SELECT field,value FROM item WHERE record=?', (record,)))
    for field, item, old in db.execute(
            'SELECT field,item,old FROM change WHERE record=? AND parent=0', (record,)):
        if field in cells:
            cells[field] = old
        elif old is None:
            items.discard((field, item))
        else:
            items.add((field, item))
    if cells[7] == 0:
        cells[7] = None
    pairs = [(f, v) for f, v in cells.items() if v is not None] + list(items)
    return sorted(pairs, key=lambda p: (p[0], isinstance(p[1], str),
                                        p[1].encode() if isinstance(p[1], str) else p[1]))


def main(page, path):
    db = sqlite3.connect('file:%s?mode=ro' % path, uri=True)
    known, sums, count, wrong = tables(page), {}, 0, []

    def hold(what, action, wanted, got):
        sums.setdefault(action, []).append(wanted)
        if wanted != got:
            wrong.append(what)

    for row in db.execute('SELECT action,seq,entity,record,field,item,parent,old,new,seen,'
                          'sum FROM change'):
        hold('change %d %d' % row[:2], row[0], row[10], total(row[:10]))
    for record, entity, action, wanted in db.execute(
            'SELECT id,entity,action,sum FROM record').fetchall():
        content = siphash(b''.join(tag(b'f', f) + fed(v)
                                   for f, v in birth(db, known, entity, record)))
        hold('record %d' % record, action, wanted, total((action, entity, record, content)))
    count = sum(map(len, sums.values()))
    for row in db.execute('SELECT id,clock,time,who,place,command,sentence,undoes,sum '
                          'FROM action').fetchall():
        mine = sums.get(row[0], [])
        got = total(row[:8] + (len(mine), sum(s & 0xffffffff for s in mine),
                               sum(s >> 32 for s in mine)))
        count += 1
        if got != row[8]:
            wrong.append('action %d' % row[0])
    print('%d sums, %d wrong' % (count, len(wrong)))
    print('\n'.join(wrong[:10]), file=sys.stderr)


main(*sys.argv[1:])
