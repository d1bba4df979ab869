// Two tabs, and three, that take turns by force at random moments, frozen at others.
//
// HENGPING_TABS_SEED repeats a run.
import { expect, test } from '@playwright/test';
import { open, saved } from './at_the_page.mjs';
import { verify } from './one_feed.mjs';

const seed = Number(process.env.HENGPING_TABS_SEED ?? Date.now() % 1_000_000);
const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
function randomFrom(start) {
  let state = start;
  return () => {
    state = state + 0x6d2b79f5 | 0;
    let t = Math.imul(state ^ state >>> 15, 1 | state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}

/** In the page: takes over if it has to, waiting at most `patience` milliseconds; whether this tab writes. */
async function takeTurn(patience) {
  const button = () => [...document.querySelectorAll('#mirror button')].find(({ textContent, ariaLabel }) => textContent === '在此编辑' || ariaLabel === '在此编辑');
  button()?.click();
  for (const end = performance.now() + patience; button(); await new Promise((resolve) => { setTimeout(resolve, 5); })) {
    if (performance.now() > end) return false;
  }
  return true;
}

/** In the page: registers an enterprise; `taken`, `refused`, or `unknown` where what came of it was covered by what came next. */
async function register([name, number]) {
  const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100
  const body = `9122010${number % 10}MA${String(number).padStart(7, '0')}`;
  const sum = [...body].reduce((total, symbol, i) => total + symbols.indexOf(symbol) * (3 ** i % 31), 0);
  const field = (label) => document.querySelector(`#mirror input[aria-label="${label}"]`);
  const heading = () => document.querySelector('#main h1')?.textContent;
  const until = async (condition) => {
    // Looks are counted, not time: a frozen page has all of them before it.
    for (let looks = 0; looks < 800; ++looks) {
      if (condition()) return true;
      await new Promise((resolve) => { setTimeout(resolve, 4); });
    }
    return false;
  };
  const put = (label, value) => {
    const element = field(label);
    element.focus();
    element.value = value;
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  };
  location.hash = '#/enterprises';
  await until(() => heading() === '试点企业');
  location.hash = '#/enterprises/new';
  if (!await until(() => heading() === '登记试点企业' && field('名称'))) return 'refused';
  put('企业编号', `Q${number}`);
  put('名称', name);
  put('统一社会信用代码', body + symbols[(31 - sum % 31) % 31]);
  put('所属行业', '汽车零部件');
  [...document.querySelectorAll('#mirror button')].find((button) => button.textContent === '保存' || button.ariaLabel === '保存').click();
  const refused = () => document.querySelector('#mirror').textContent.includes('尚未提交');
  let outcome = 'unknown';
  await until(() => {
    if (heading() === name) outcome = 'taken';
    else if (refused()) outcome = 'refused';
    return outcome !== 'unknown';
  });
  return outcome;
}

for (const count of [2, 3]) {
  test(`${count} tabs that take turns by force lose nothing and double nothing`, async ({ page, context }, info) => {
    test.setTimeout(300_000);
    const random = randomFrom(seed + count);
    const turns = 44;
    const pages = [page];
    while (pages.length < count) pages.push(await context.newPage());
    for (const one of pages) await open(one, '#/enterprises');
    const devtools = await Promise.all(pages.map((one) => context.newCDPSession(one)));
    const setState = (which, state) => devtools[which].send('Page.setWebLifecycleState', { state });
    const [taken, unknown] = [new Set(), new Set()];
    let [frozen, freezes, waited, refused] = [-1, 0, 0, 0];
    let ofFrozen;
    const note = async ({ name, working }) => {
      const outcome = await working;
      if (outcome === 'taken') taken.add(name);
      else if (outcome === 'unknown') unknown.add(name);
      else ++refused;
    };
    const thaw = async () => {
      await setState(frozen, 'active');
      frozen = -1;
      await note(ofFrozen);
    };
    for (let turn = 1; turn <= turns; ++turn) {
      let which = Math.floor(random() * count);
      if (which === frozen) which = (which + 1) % count;
      let writes = await pages[which].evaluate(takeTurn, 5_000);
      if (!writes && frozen >= 0) {
        // It stands still in the middle of a transaction, which nobody can take from it.
        ++waited;
        await thaw();
        writes = await pages[which].evaluate(takeTurn, 10_000);
      }
      expect(writes, `seed ${seed}, turn ${turn}: nobody writes`).toBe(true);
      const action = { name: `长春第${turn}号工厂` };
      action.working = pages[which].evaluate(register, [action.name, turn]);
      // At any moment another takes its turn, or it freezes.
      await pause(random() * 150);
      const other = (which + 1) % count;
      const disturbance = random();
      if (disturbance < 0.35 && frozen < 0) {
        await setState(which, 'frozen');
        frozen = which;
        ofFrozen = action;
        ++freezes;
        continue;
      }
      if (disturbance < 0.65 && other !== frozen) await pages[other].evaluate(takeTurn, 3_000);
      await note(action);
      await pause(random() * 40);
      if (frozen >= 0 && random() < 0.5) await thaw();
    }
    if (frozen >= 0) await thaw();
    // What a tab could not store in time it submits when it has its turn again.
    for (const one of pages) {
      await expect.poll(() => one.evaluate(takeTurn, 5_000)).toBe(true);
      await saved(one);
    }
    console.log(`tabs: ${count} tabs, ${turns} turns (seed ${seed}): ${taken.size} taken, ${refused} refused, ${unknown.size} unknown, ${freezes} freezes, ${waited} waited for`);
    expect(taken.size).toBeGreaterThan(turns / 6);
    expect(freezes).toBeGreaterThan(0);
    for (const one of pages) {
      await expect(one.getByText('没有存下')).toHaveCount(0);
      await verify(one, taken, info, unknown);
    }
  });
}
