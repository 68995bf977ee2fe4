// What Swift has no word for: sixteen bytes compared at once, and hints about memory.
#ifndef WINBACK_BYTES_H
#define WINBACK_BYTES_H

#include <stdint.h>
#include <string.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Which of 64 bytes end a field or may open a quoted one: `,` LF CR `"`. Bit n stands for byte n.
static inline uint64_t winback_separators(const uint8_t *bytes) {
  uint64_t found = 0;
#if defined(__SSE2__)
  const __m128i comma = _mm_set1_epi8(','), quote = _mm_set1_epi8('"');
  const __m128i feed = _mm_set1_epi8('\n'), carriage = _mm_set1_epi8('\r');
  for (int step = 0; step < 4; step++) {
    __m128i part = _mm_loadu_si128((const __m128i *)(bytes + 16 * step));
    __m128i fields = _mm_or_si128(_mm_cmpeq_epi8(part, comma), _mm_cmpeq_epi8(part, quote));
    __m128i lines = _mm_or_si128(_mm_cmpeq_epi8(part, feed), _mm_cmpeq_epi8(part, carriage));
    found |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(fields, lines)) << (16 * step);
  }
#else
  for (int index = 0; index < 64; index++) {
    uint8_t byte = bytes[index];
    uint64_t is_found = byte == ',' || byte == '"' || byte == '\n' || byte == '\r';
    found |= is_found << index;
  }
#endif
  return found;
}

// What `winback_field_ends` found.
struct winback_field_ends {
  int64_t places;  // how many fields end
  int64_t lines;   // how many of them at a line break
  int64_t seen;    // how many bytes come before the first quote, or all
};

// Writes down where `,` LF and CR stand among some bytes before the first `"`, ascending: `from` is what the first byte
// counts as. Which of these places are line breaks is written down too; `first` is what the first place counts as. Bytes
// are looked at 64 at a time, so as many must be there. There must be room for four places more than bytes, and for as
// many line breaks as bytes.
struct winback_field_ends winback_field_ends(
    const uint8_t *bytes, int64_t count, uint32_t from, uint32_t *places, uint32_t first, uint32_t *lines);

// The same with nothing that only some processors can do: what `winback_field_ends` is where they cannot.
struct winback_field_ends winback_field_ends_anywhere(
    const uint8_t *bytes, int64_t count, uint32_t from, uint32_t *places, uint32_t first, uint32_t *lines);

// Where a byte is among some, or -1.
static inline int64_t winback_find(const uint8_t *bytes, int64_t count, uint8_t byte) {
  const uint8_t *found = (const uint8_t *)memchr(bytes, byte, (size_t)count);
  return found == NULL ? -1 : found - bytes;
}

// Asks for large pages in the part of some memory that has room for whole ones. Asking is all it does.
static inline void winback_prefer_large_pages(void *start, int64_t count) {
#if defined(MADV_HUGEPAGE)
  const uintptr_t page = (uintptr_t)2 << 20;
  uintptr_t first = ((uintptr_t)start + page - 1) / page * page;
  uintptr_t end = ((uintptr_t)start + (uintptr_t)count) / page * page;
  if (first < end) madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
  (void)start, (void)count;
#endif
}

// Asks for the memory at an address, so that it is near when it is needed. Never faults.
static inline void winback_prefetch(const void *address) { __builtin_prefetch(address); }

// Keeps memory that is free again for what comes next, where it can be told to, all of it in one heap.
static inline void winback_keep_free_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, INT32_MAX);
  mallopt(M_ARENA_MAX, 1);
#endif
}

// Gives memory that is free again back to the system, where it can be told to.
static inline void winback_return_free_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

#endif
