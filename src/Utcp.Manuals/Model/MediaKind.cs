namespace Utcp.Manuals.Model;

/// <summary>How bodies of a media type are read and written.</summary>
public enum MediaKind
{
    /// <summary><c>application/json</c> and <c>+json</c>.</summary>
    Json,

    /// <summary><c>multipart/*</c>.</summary>
    Multipart,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>Text that is handed over as it is.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>XML, handed over as text.</summary>
    Xml,

    /// <summary>Server-sent events: <c>text/event-stream</c>.</summary>
    EventStream,

    /// <summary>One JSON value per line: <c>application/x-ndjson</c>, <c>application/jsonl</c>.</summary>
    JsonLines,

    /// <summary>JSON values after record separators: <c>application/json-seq</c>.</summary>
    JsonSequence,
}
