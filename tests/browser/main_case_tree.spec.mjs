// The main case through the accessibility tree alone, as a screen reader's user walks it: everything is found by role and name in the
// browser's own tree, pressed by its default action, and read back from the tree.
import { expect, test } from '@playwright/test';
import { AccessibilityTree } from './accessibility_tree.mjs';
import { beforeTheLast, contract, enterprise, opinion, periods, provider, verdict } from './main_case_data.mjs';

async function register(tree, { place, action, title, fields }, more) {
  await tree.press('link', place);
  await tree.find('heading', place);
  await tree.press('link', action);
  await tree.find('heading', action);
  if (more) await more();
  for (const [name, typed] of fields) await tree.setValue('textbox', name, typed);
  await tree.press('button', '保存');
  await tree.find('heading', title);
}

async function rate(tree, period) {
  await tree.press('link', '填写评价');
  await tree.find('heading', '填写评价');
  await tree.setValue('textbox', '评价周期', period);
  await tree.press('radio', '不满意');
  await tree.setValue('textbox', '评价意见', opinion);
  await tree.press('button', '保存');
  await tree.find('heading', contract.title);
}

/** What the tree says of the article on the provider's page. */
async function readVerdict(tree) {
  await tree.press('link', provider.place);
  await tree.find('heading', provider.place);
  await tree.press('link', provider.title);
  await tree.find('heading', provider.title);
  return tree.words(await tree.find('region', '第九条（二）'));
}

async function expectMet(tree) {
  const said = await readVerdict(tree);
  for (const words of verdict) expect(said).toContain(words);
}

test('from registration to the verdict of 第九条（二） through the accessibility tree alone, and the data out and in again', async ({ page }, info) => {
  test.setTimeout(300_000);
  await page.goto('/');
  const tree = await AccessibilityTree.of(page);
  await tree.find('heading', '工作台');
  await register(tree, provider, async () => {
    await tree.press('checkbox', provider.type);
    await expect.poll(async () => tree.property(await tree.find('checkbox', provider.type), 'checked')).toBe('true');
  });
  await register(tree, enterprise);
  await register(tree, contract, async () => {
    await tree.setValue('textbox', ...contract.number);
    for (const [name, typed] of contract.parties) {
      await tree.setValue('combobox', name, typed);
      await expect.poll(async () => tree.property(await tree.find('combobox', name), 'expanded')).toBe(true);
      await tree.press('option', new RegExp(typed));
      await tree.gone('listbox', name);
    }
  });
  for (const period of periods.slice(0, -1)) await rate(tree, period);
  expect(await readVerdict(tree)).toContain(beforeTheLast);
  await tree.press('link', 'C001');
  await tree.find('heading', contract.title);
  await rate(tree, periods.at(-1));
  await expectMet(tree);

  await tree.press('link', '数据交换');
  await tree.find('heading', '数据交换');
  const downloading = page.waitForEvent('download');
  await tree.press('button', '导出');
  const path = info.outputPath('bundle.json');
  await (await downloading).saveAs(path);
  await tree.press('button', '清空数据');
  const dialog = await tree.find('dialog');
  expect(tree.property(dialog, 'modal')).toBe(true);
  await tree.setValue('textbox', '请输入“清空”以确认', '清空');
  await tree.press('button', '清空', dialog);
  await tree.gone('dialog');
  await tree.chooseFile('button', /^导入/, path);
  await tree.press('button', '确认导入');
  await tree.gone('button', '确认导入');
  await expectMet(tree);
});
