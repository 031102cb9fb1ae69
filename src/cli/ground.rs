//! What ground a casebook lies on: a folder that a cloud service keeps in step, or a disk of another machine. Such a
//! place can tear a casebook, or fork it, without anybody having done anything wrong.

use crate::{say, store};
use std::path::{Path, PathBuf};

/// What is known of a file system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disk {
    /// It is this machine's own, as far as can be told.
    Own,
    /// It is reached over a network, by this.
    Network(String),
    /// This system was not asked.
    NotLooked,
}

/// Folders that cloud services make, by the beginning of their names in lower case.
const FOLDERS: [(&str, &str); 26] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("icloud", "iCloud"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("cloudstorage", "a cloud service"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("drivefs", "Google Drive"),
    ("yandex.disk", "Yandex Disk"),
    ("yandexdisk", "Yandex Disk"),
    ("yandex disk", "Yandex Disk"),
    ("яндекс.диск", "Yandex Disk"),
    ("mega", "MEGA"),
    ("megasync", "MEGA"),
    ("pcloud", "pCloud"),
    ("pclouddrive", "pCloud"),
    ("box sync", "Box"),
    ("tresorit", "Tresorit"),
    ("seafile", "Seafile"),
    ("proton drive", "Proton Drive"),
    ("resilio sync", "Resilio Sync"),
];

/// What services leave in the root of what they keep in step: the beginning and the end of a name, and whether it
/// is a folder. (`.dropbox` in a home is a folder and only says that Dropbox is installed.)
const MARKS: [(&str, &str, Option<bool>, &str); 13] = [
    (".stfolder", "", None, "Syncthing"),
    (".stignore", "", Some(false), "Syncthing"),
    (".dropbox", "", Some(false), "Dropbox"),
    (".dropbox.cache", "", Some(true), "Dropbox"),
    (".sync_", ".db", Some(false), "Nextcloud or ownCloud"),
    ("._sync_", ".db", Some(false), "Nextcloud or ownCloud"),
    (".csync_journal", ".db", Some(false), "Nextcloud or ownCloud"),
    (".owncloudsync.log", "", Some(false), "ownCloud"),
    (".nextcloudsync.log", "", Some(false), "Nextcloud"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "", None, "OneDrive"),
    (".tmp.drivedownload", "", None, "Google Drive"),
    (".megaignore", "", Some(false), "MEGA"),
    (".sync", "", Some(true), "Resilio Sync"),
];

/// The most names of a folder that are looked at: services put their marks where few files lie.
const MOST: usize = 10_000;

/// The service that seems to keep a file in step, by the names of the folders above it and by what lies in them.
pub fn synced_by(file: &Path) -> Option<&'static str> {
    let said = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    // A link can lead into such a folder from elsewhere.
    let real = existing(&said).and_then(|folder| std::fs::canonicalize(folder).ok());
    let folders = [said.parent().map(Path::to_owned), real];
    folders.iter().flatten().find_map(|folder| by_name(folder).or_else(|| by_mark(folder)))
}

fn by_name(folder: &Path) -> Option<&'static str> {
    folder.components().find_map(|part| {
        let part = part.as_os_str().to_string_lossy();
        // A common word, unless written as the service writes it.
        if part == "Box" || part.starts_with("Box-") {
            return Some("Box");
        }
        let part = part.to_lowercase();
        let begins = |name: &str| {
            part.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        };
        let within = |name: &str| name.len() > 6 && part.contains(name);
        FOLDERS.iter().find(|(name, _)| begins(name) || within(name)).map(|(_, service)| *service)
    })
}

fn by_mark(folder: &Path) -> Option<&'static str> {
    folder.ancestors().find_map(|folder| {
        std::fs::read_dir(folder).ok()?.take(MOST).flatten().find_map(|found| {
            let name = found.file_name();
            let name = name.to_string_lossy();
            let is_mark = |(begin, end, kind, _): &&(&str, &str, Option<bool>, &str)| {
                let named = match *end {
                    "" => name == *begin,
                    end => name.starts_with(begin) && name.ends_with(end),
                };
                named && kind.is_none_or(|folder| found.file_type().is_ok_and(|t| t.is_dir() == folder))
            };
            MARKS.iter().find(is_mark).map(|(.., service)| *service)
        })
    })
}

/// The nearest folder above a file that is there.
fn existing(file: &Path) -> Option<PathBuf> {
    file.ancestors().skip(1).find(|folder| folder.is_dir()).map(Path::to_owned)
}

/// The disk that a file lies on, or will lie on.
#[cfg(target_os = "linux")]
pub fn disk(file: &Path) -> Disk {
    let Some((number, folder)) = file_system(file) else { return Disk::Own };
    of_number(number, || kind(&folder))
}

/// The number of the file system that a file lies on, or will lie on, and the folder by which it is told.
#[cfg(target_os = "linux")]
fn file_system(file: &Path) -> Option<(u32, PathBuf)> {
    let said = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let folder = existing(&said).and_then(|folder| std::fs::canonicalize(folder).ok())?;
    Some((store::file_system(&folder)?, folder))
}

/// Whether a file lies where files have no owners and no rights: on FAT or exFAT, as most sticks have, or on a disk that is
/// mounted as if it were one.
#[cfg(target_os = "linux")]
pub fn knows_no_rights(file: &Path) -> bool {
    file_system(file).is_some_and(|(number, folder)| {
        store::is_fat(number) || number == store::FUSE && kind(&folder).is_some_and(|kind| kind == "fuseblk")
    })
}

/// The type of the file system that a folder lies on.
#[cfg(target_os = "linux")]
fn kind(folder: &Path) -> Option<String> {
    kind_of_mount(&std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default(), folder)
}

/// Whether a file lies where files have no owners and no rights: not looked for on this system.
#[cfg(not(target_os = "linux"))]
pub fn knows_no_rights(_: &Path) -> bool {
    false
}

/// The disk that a file lies on, or will lie on.
#[cfg(not(target_os = "linux"))]
pub fn disk(_: &Path) -> Disk {
    Disk::NotLooked
}

/// What a file system's number (as in Linux' `magic.h`) says.
#[cfg(any(target_os = "linux", test))]
fn of_number(number: u32, kind: impl FnOnce() -> Option<String>) -> Disk {
    let known = match number {
        0x6969 => "NFS",
        0x517B => "SMB",
        0xFE53_4D42 | 0xFF53_4D42 => "SMB/CIFS",
        0x0102_1997 => "9P",
        0x5346_414F | 0x6B41_4653 => "AFS",
        0x00C3_6400 => "Ceph",
        0x7375_7245 => "Coda",
        0x564C => "NCP",
        0x0BD0_0BD0 => "Lustre",
        0x0116_1970 | 0x7461_636F => return Disk::Network(say!("ground-shared-disk")),
        0x786F_4256 => return Disk::Network(say!("ground-outside")),
        store::FUSE => {
            // FUSE tells nothing by its number: most are of other machines, some of this one's disks.
            const OWN: [&str; 7] = [
                "fuseblk",
                "fuse.ntfs-3g",
                "fuse.gocryptfs",
                "fuse.cryfs",
                "fuse.encfs",
                "fuse.mergerfs",
                "fuse.bindfs",
            ];
            return match kind() {
                Some(kind) if OWN.contains(&kind.as_str()) => Disk::Own,
                Some(kind) => Disk::Network(format!("FUSE ({kind})")),
                None => Disk::Network("FUSE".to_owned()),
            };
        }
        _ => return Disk::Own,
    };
    Disk::Network(known.to_owned())
}

/// The type of the file system that a folder lies on, by the kernel's list of mounts.
#[cfg(any(target_os = "linux", test))]
fn kind_of_mount(mounts: &str, folder: &Path) -> Option<String> {
    let lines = mounts.lines().filter_map(|line| {
        let (head, tail) = line.split_once(" - ")?;
        let point = PathBuf::from(head.split(' ').nth(4)?.replace("\\040", " "));
        folder.starts_with(&point).then(|| (point.as_os_str().len(), tail.split(' ').next()))
    });
    // Of two on the same point the later lies on top.
    lines.max_by_key(|(length, _)| *length).and_then(|(_, kind)| kind.map(str::to_owned))
}

/// What a service is called: most by a name of their own.
fn name(service: &str) -> String {
    match (service, service.split_once(" or ")) {
        ("a cloud service", _) => say!("ground-a-service"),
        (_, Some((one, other))) => say!("ground-two-services", one = one, other = other),
        _ => service.to_owned(),
    }
}

/// What is to be said of the ground that a casebook lies on; nothing where it is good.
pub fn warnings(casebook: &Path) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(service) = synced_by(casebook) {
        words.push(say!("ground-synced", service = name(service)));
    }
    if let Disk::Network(by) = disk(casebook) {
        words.push(say!("ground-network", by = by));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synced_folders_are_known_by_name() {
        let table = [
            ("/home/a/Dropbox/case.db", Some("Dropbox")),
            ("/home/a/Dropbox (Office)/case.db", Some("Dropbox")),
            ("/home/a/My Dropbox/x/case.db", Some("Dropbox")),
            ("/home/a/OneDrive - Office/case.db", Some("OneDrive")),
            ("/Users/a/Library/Mobile Documents/case.db", Some("iCloud")),
            ("/Users/a/iCloud Drive/case.db", Some("iCloud")),
            ("/Users/a/Library/CloudStorage/Thing-a@b/case.db", Some("a cloud service")),
            ("/Users/a/Library/CloudStorage-x/case.db", Some("a cloud service")),
            ("/Users/a/Google Drive/case.db", Some("Google Drive")),
            ("/home/a/Nextcloud/x/case.db", Some("Nextcloud")),
            ("/home/a/ownCloud/case.db", Some("ownCloud")),
            ("/home/a/Syncthing/case.db", Some("Syncthing")),
            ("/home/a/Yandex.Disk/case.db", Some("Yandex Disk")),
            ("/home/a/Яндекс.Диск/case.db", Some("Yandex Disk")),
            ("/home/a/MEGA/case.db", Some("MEGA")),
            ("/home/a/MEGAsync/case.db", Some("MEGA")),
            ("/home/a/pCloudDrive/case.db", Some("pCloud")),
            ("/home/a/Box/case.db", Some("Box")),
            ("/home/a/Box Sync/case.db", Some("Box")),
            ("/home/a/box/case.db", None),
            ("/home/a/boxes/case.db", None),
            ("/home/a/omega/case.db", None),
            ("/home/a/megaphone/case.db", None),
            ("/home/a/hudna/casebook.db", None),
            ("/home/a/hudna/dropbox.db", None),
        ];
        for (path, service) in table {
            assert_eq!(by_name(Path::new(path).parent().unwrap()), service, "{path}");
        }
    }

    #[test]
    fn synced_folders_are_known_by_what_lies_in_them() {
        let table = [
            (".stfolder", true, Some("Syncthing")),
            (".dropbox", false, Some("Dropbox")),
            (".dropbox", true, None),
            (".dropbox.cache", true, Some("Dropbox")),
            (".sync_3f9a.db", false, Some("Nextcloud or ownCloud")),
            ("._sync_3f9a.db", false, Some("Nextcloud or ownCloud")),
            (".owncloudsync.log", false, Some("ownCloud")),
            (".nextcloudsync.log", false, Some("Nextcloud")),
            (".sync_notes.txt", false, None),
            (".sync", true, Some("Resilio Sync")),
            ("stfolder", true, None),
        ];
        for (name, is_folder, service) in table {
            let folder = tempfile::tempdir().unwrap();
            let mark = folder.path().join(name);
            if is_folder { std::fs::create_dir(mark) } else { std::fs::write(mark, "") }.unwrap();
            let deep = folder.path().join("deep");
            std::fs::create_dir(&deep).unwrap();
            assert_eq!(synced_by(&deep.join("deeper/case.db")), service, "{name} {is_folder}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_hides_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (synced, link) = (folder.path().join("Dropbox"), folder.path().join("link"));
        std::fs::create_dir(&synced).unwrap();
        std::os::unix::fs::symlink(&synced, &link).unwrap();
        assert_eq!(synced_by(&link.join("case.db")), Some("Dropbox"));
    }

    #[test]
    fn file_systems_are_known_by_number() {
        let network = |by: &str| Disk::Network(by.to_owned());
        let table = [
            (0xEF53, None, Disk::Own),
            (0x0102_1994, None, Disk::Own),
            (0x6969, None, network("NFS")),
            (0xFF53_4D42, None, network("SMB/CIFS")),
            (0xFE53_4D42, None, network("SMB/CIFS")),
            (0x517B, None, network("SMB")),
            (0x0102_1997, None, network("9P")),
            (0x5346_414F, None, network("AFS")),
            (0x00C3_6400, None, network("Ceph")),
            (0x6573_5546, Some("fuse.sshfs"), network("FUSE (fuse.sshfs)")),
            (0x6573_5546, Some("fuse.gvfsd-fuse"), network("FUSE (fuse.gvfsd-fuse)")),
            (0x6573_5546, Some("fuseblk"), Disk::Own),
            (0x6573_5546, Some("fuse.gocryptfs"), Disk::Own),
            (0x6573_5546, None, network("FUSE")),
        ];
        for (number, kind, wanted) in table {
            assert_eq!(of_number(number, || kind.map(str::to_owned)), wanted, "{number:x} {kind:?}");
        }
    }

    #[test]
    fn the_nearest_mount_counts() {
        let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
             40 22 0:40 / /home/a/far\\040away rw,nosuid shared:1 - fuse.sshfs h: rw\n\
             41 22 0:41 / /home rw - btrfs /dev/sdb rw\n";
        for (folder, kind) in
            [("/home/a/far away/x", Some("fuse.sshfs")), ("/home/a", Some("btrfs")), ("/homes", Some("ext4"))]
        {
            assert_eq!(kind_of_mount(mounts, Path::new(folder)).as_deref(), kind, "{folder}");
        }
        assert_eq!(kind_of_mount("", Path::new("/")), None);
    }
}
