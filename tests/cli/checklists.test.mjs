// The check lists that ship say what their schema asks for.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const folder = fileURLToPath(new URL('../../assets/checklists', import.meta.url));
const read = (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const validate = new Ajv2020({ allErrors: true }).compile(read('checklist.schema.json'));
const lists = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'checklist.schema.json');

test('every check list is valid by the schema, and named by its id and version', () => {
  assert.ok(lists.length > 0);
  for (const name of lists) {
    const list = read(name);
    assert.ok(validate(list), `${name}: ${JSON.stringify(validate.errors)}`);
    assert.equal(name, `${list.id}-${list.version}.json`);
    assert.equal(new Set(list.items.map(({ id }) => id)).size, list.items.length, `${name}: an item stands twice`);
  }
});

test('the schema refuses what the program could not read', () => {
  const changes = {
    'another format': (list) => { list.format = 'hengping.policy'; },
    'no items': (list) => { list.items = []; },
    'half a version': (list) => { list.version = 1.5; },
    'an article that is none': (list) => { list.items[0].article = '7.6'; },
    'a finding that only the bureau reaches': (list) => { list.items[0].article = '9.4'; },
    'one language': (list) => { delete list.items[0].text.en; },
    'an unknown member': (list) => { list.items[0].weight = 1; },
  };
  for (const [name, change] of Object.entries(changes)) {
    const list = read(lists[0]);
    change(list);
    assert.ok(!validate(list), name);
  }
});
