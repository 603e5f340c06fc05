//! Files that are written whole or not at all, and stay when the power goes.

use std::io::{Result, Write};
use std::path::Path;

/// Writes a file under its name at once: who reads that name finds what was there before, or all of this. What the
/// folder says of it is durable with [`sync_folder`].
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut unfinished = tempfile::Builder::new();
    unfinished.prefix(".unfinished-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Temporary files are for their owner's eyes alone; this is for whom the system lets read new files.
        unfinished.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = unfinished.tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Writes a file at once, and makes its name last.
pub(crate) fn write_to_last(path: &Path, bytes: &[u8]) -> Result<()> {
    write(path, bytes)?;
    sync_folder(folder_of(path))
}

/// Makes the names in a folder last.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// The folder that a file is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
