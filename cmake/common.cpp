// SPDX-License-Identifier: Apache-2.0
// Owns the precompiled headers: a target needs a source.
