namespace Utcp.Http;

/// <summary>What the caller gave as the body.</summary>
internal enum BodySource : byte
{
    None,

    /// <summary>A value in its JSON form.</summary>
    Value,

    /// <summary>Bytes in their JSON form, which is base64 text.</summary>
    Base64,

    Bytes,

    /// <summary>A file that is the whole body.</summary>
    File,

    Stream,
}
