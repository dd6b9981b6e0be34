//! Addresses of machines on a network: IP (RFC 791, RFC 4291) and MAC (IEEE 802).

use std::net::{Ipv4Addr, Ipv6Addr};

/// Longest address in text, with the length of its network behind it.
const LONGEST: usize = 49;

/// True when the bytes are an IP address of version 4 or 6, with or without the length of a network behind a slash.
///
/// A version number of four parts, such as `1.2.3.4`, looks the same and cannot be told by itself.
#[must_use]
pub fn ip_address(bytes: &[u8]) -> bool {
    if bytes.len() > LONGEST {
        return false;
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let (address, network) = text.split_once('/').map_or((text, None), |(address, network)| (address, Some(network)));
    let within = |most: u8| {
        network.is_none_or(|network| {
            network.bytes().all(|byte| byte.is_ascii_digit()) && network.parse::<u8>().is_ok_and(|bits| bits <= most)
        })
    };
    if address.parse::<Ipv4Addr>().is_ok() {
        return within(32);
    }
    // Fewer colons are a time of day, or nothing but `::`.
    let colons = address.bytes().filter(|&byte| byte == b':').count();
    colons >= 3 && address.parse::<Ipv6Addr>().is_ok() && within(128)
}

/// True when the bytes are a MAC address: six pairs of hexadecimal digits set apart by colons or hyphens, or three groups of
/// four set apart by dots.
#[must_use]
pub fn mac_address(bytes: &[u8]) -> bool {
    let group = match (bytes.len(), bytes.get(2), bytes.get(4)) {
        (17, Some(b':' | b'-'), _) => 2,
        (14, _, Some(b'.')) => 4,
        _ => return false,
    };
    bytes
        .iter()
        .enumerate()
        .all(|(at, byte)| if at % (group + 1) == group { *byte == bytes[group] } else { byte.is_ascii_hexdigit() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // RFC 5737, RFC 3849 and RFC 7042 keep these for documentation.
    #[test]
    fn addresses_are_known() {
        for address in
            ["192.0.2.17", "203.0.113.0/24", "2001:db8::ff00:42:8329", "2001:db8:0:0:0:0:0:1/64", "fe80::1:2"]
        {
            assert!(ip_address(address.as_bytes()), "{address}");
        }
        for address in ["00:00:5E:00:53:af", "00-00-5E-00-53-AF", "0000.5e00.53af"] {
            assert!(mac_address(address.as_bytes()), "{address}");
        }
    }

    #[test]
    fn other_texts_are_not() {
        for text in [
            "192.0.2", "192.0.2.256", "10.0.19041.1", "01.02.03.04", "12:30:00", "::", "192.0.2.1/33", "192.0.2.1/+8",
            "",
        ] {
            assert!(!ip_address(text.as_bytes()), "{text}");
        }
        for text in ["00:00:5E:00:53", "00:00-5E:00:53:af", "00:00:5E:00:53:ag", "0000.5e00-53af", ""] {
            assert!(!mac_address(text.as_bytes()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_address_is_known(four: u32, six: u128, mac: [u8; 6]) {
            let (four, mac) = (Ipv4Addr::from(four).to_string(), mac.map(|byte| format!("{byte:02x}")).join(":"));
            prop_assert!(ip_address(four.as_bytes()));
            prop_assert!(mac_address(mac.as_bytes()));
            prop_assert!(six < 1 << 64 || ip_address(Ipv6Addr::from(six).to_string().as_bytes()));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = (ip_address(&bytes), mac_address(&bytes));
        }
    }
}
