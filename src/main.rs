//! The `songngu` program: everything is in the library's room `cli`.

use std::process::ExitCode;

/// A build makes and drops millions of small texts on many threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    songngu::cli::main()
}
