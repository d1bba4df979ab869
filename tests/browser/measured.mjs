// Figures that tests take: kept in the report, from where tests/run.mjs prints them.
import { test } from '@playwright/test';

export function measured(text) {
  test.info().annotations.push({ type: 'measured', description: text });
  console.log(`measured: ${text}`);
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
