namespace Utcp.Manuals.Security;

internal enum UrlHostKind : byte
{
    Name,
    NonAsciiName,
    IPv4,
    IPv6,
}
