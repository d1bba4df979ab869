/* What the few files of libsodium that are compiled here ask of the rest of it. Keys are made from seeds that the shell
   hands in, so no source of random numbers is linked into the core: asking for one is a broken invariant. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

void randombytes_buf(void* buffer, size_t size);
void sodium_misuse(void);
void sodium_memzero(void* memory, size_t size);
int sodium_memcmp(const void* left, const void* right, size_t size);
int sodium_is_zero(const unsigned char* bytes, size_t size);

void randombytes_buf(void* buffer, size_t size) {
  (void)buffer;
  (void)size;
  abort();
}

void sodium_misuse(void) { abort(); }

void sodium_memzero(void* memory, size_t size) {
  memset(memory, 0, size);
  /* The compiler must take the bytes for read, or it would leave the writing out. */
  __asm__ __volatile__("" : : "r"(memory) : "memory");
}

/* Both comparisons look at every byte, whatever they find. */
int sodium_memcmp(const void* left, const void* right, size_t size) {
  const volatile unsigned char* a = left;
  const volatile unsigned char* b = right;
  unsigned char difference = 0;
  for (size_t i = 0; i < size; ++i) {
    difference = (unsigned char)(difference | (a[i] ^ b[i]));
  }
  return difference == 0 ? 0 : -1;
}

int sodium_is_zero(const unsigned char* bytes, size_t size) {
  unsigned char any = 0;
  for (size_t i = 0; i < size; ++i) {
    any = (unsigned char)(any | bytes[i]);
  }
  return any == 0;
}
