namespace Utcp.Manuals.Security;

internal enum UrlScheme : byte
{
    Http,
    Https,
    Ws,
    Wss,
}
