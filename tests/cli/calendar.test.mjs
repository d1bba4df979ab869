// The calendar file, read by a second program: ical.js, which Thunderbird's calendar uses.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';

const program = path.resolve(process.env.HENGPING_CLI ?? 'build/native-debug/shell/cli/hengping');
const asOf = '2025-06-30';
let folder;
let listed;
let calendar;

function run(...words) {
  return execFileSync(program, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
}

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengping-calendar-'));
  run('generate', '--providers', '40', '--enterprises', '200', '--facts', '6000', '--seed', '7', '-o', 'city.json');
  listed = JSON.parse(run('deadlines', 'city.json', '--as-of', asOf, '--days', '400', '--ics', 'city.ics', '--json')).deadlines;
  calendar = new ICAL.Component(ICAL.parse(readFileSync(path.join(folder, 'city.ics'), 'utf8')));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('every deadline with a day is read as an event of that day, with its words, and nothing else is', () => {
  const due = listed.filter((one) => one.due_on !== null);
  assert.ok(due.length > 50, `a city of this size has deadlines: ${due.length}`);
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  assert.deepEqual(
    events.map((one) => [one.startDate.toString(), one.startDate.isDate, one.description]),
    due.map((one) => [one.due_on, true, one.words.zh]));
  for (const event of events) {
    assert.equal(event.duration.toSeconds(), 24 * 60 * 60);
    assert.ok(event.summary.length > 0);
  }
  assert.equal(new Set(events.map((one) => one.uid)).size, events.length);
});

test('every event says when the file was made and reminds the day before', () => {
  for (const event of calendar.getAllSubcomponents('vevent')) {
    const stamp = event.getFirstPropertyValue('dtstamp');
    assert.equal(stamp.zone, ICAL.Timezone.utcTimezone);
    assert.ok(Math.abs(stamp.toJSDate().getTime() - Date.now()) < 60 * 60 * 1000);
    const [alarm] = event.getAllSubcomponents('valarm');
    assert.equal(alarm.getFirstPropertyValue('trigger').toSeconds(), -24 * 60 * 60);
  }
});

test('a calendar without events is read too', () => {
  writeFileSync(path.join(folder, 'empty.json'), '{"format":"hengping.facts","version":1,"facts":[]}');
  const empty = new ICAL.Component(ICAL.parse(run('deadlines', 'empty.json', '--as-of', asOf, '--ics', '-')));
  assert.equal(empty.name, 'vcalendar');
  assert.deepEqual(empty.getAllSubcomponents('vevent'), []);
});
