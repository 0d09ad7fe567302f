namespace Utcp.Manuals.Json;

/// <summary>A document that references of a description may lead into, read when the first one does.</summary>
public sealed class JsonPart
{
    private readonly Func<int, JsonReadResult> _read;
    private JsonReadResult? _result;

    /// <summary>Creates a part.</summary>
    /// <param name="path">Its path, in the form of the other documents' paths.</param>
    /// <param name="length">The length of its text in UTF-16 code units.</param>
    /// <param name="read">Reads its text; takes the offset of its positions (<see cref="JsonReadOptions.Offset"/>). Must not throw.</param>
    public JsonPart(string path, int length, Func<int, JsonReadResult> read)
    {
        Path = DocumentPath.Normalise(path);
        Length = length;
        _read = read;
    }

    /// <summary>Its normalised path.</summary>
    public string Path { get; }

    /// <summary>The length of its text.</summary>
    public int Length { get; }

    /// <summary>Where its positions start.</summary>
    public int Offset { get; internal set; }

    /// <summary>What JSON Pointers into it start with: its path from the folder of the first document, and '#'.</summary>
    public string Pointer { get; internal set; } = "";

    /// <summary>What became of its text, once somebody asked for it.</summary>
    public JsonReadResult? Result => _result;

    /// <summary>Its value, or null when its text cannot be read.</summary>
    public JsonValue? Root => (_result ??= _read(Offset)).Root;

    /// <summary>The URI that it gives itself with <c>$self</c> (OpenAPI 3.2) or <c>$id</c> (JSON Schema), without fragment; "" for none.</summary>
    public string Identity => (Root?["$self"] ?? Root?["$id"]) is { IsString: true } id ? DocumentPath.WithoutFragment(id.Text) : "";
}
