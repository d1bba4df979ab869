# Versions known to work. The suite they come from moves on: another version is taken when one of these is gone,
# and the output says so. Sourced by toolchain.sh.
known_emscripten='6.0.5+dfsg+~1.41.5-2'
known_imgui='1.92.2b+ds-1'
known_catch2='3.7.1-0.6'
known_libsodium='1.0.22-2'

# Below these nothing can work: dynamic glyphs came with Dear ImGui 1.92, WebAssembly settings of today with emscripten 4.
minimum_emscripten_major=4
minimum_imgui_number=19200
