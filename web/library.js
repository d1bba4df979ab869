// One line per function of host.h; the work is done by the modules that page/main.js puts into Module.host.
mergeInto(LibraryManager.library, {
  hp_host_store_load: () => Module.host.storeLoad(),
  hp_host_store_write: (ticket, change, size) => Module.host.storeWrite(ticket, change, size),
  hp_host_store_hold: (ticket, change, size) => Module.host.storeHold(ticket, change, size),
  hp_host_store_take_over: () => Module.host.storeTakeOver(),
  hp_host_milliseconds: () => Module.host.milliseconds(),
  hp_host_random: (bytes, size) => Module.host.random(bytes, size),
  hp_host_ask_for_key: (renew) => Module.host.askForKey(renew),
  hp_host_sign: (ticket, message, size) => Module.host.sign(ticket, message, size),
  hp_host_save_file: (name, nameSize, mime, mimeSize, bytes, size) => Module.host.saveFile(name, nameSize, mime, mimeSize, bytes, size),
  hp_host_save_backup: (name, nameSize, bytes, size, folder) => Module.host.saveBackup(name, nameSize, bytes, size, folder),
  hp_host_measure_glyph: (text, bytes, size, weight, extent) => Module.host.measureGlyph(text, bytes, size, weight, extent),
  hp_host_draw_glyphs: (drawings, count, width, height, coverage) => Module.host.drawGlyphs(drawings, count, width, height, coverage),
  hp_host_request_frame: () => Module.host.requestFrame(),
});
