using System.Text;
using System.Text.Json;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Calls;

/// <summary>Reads files that are given as JSON: as their text, or as an object with <c>content</c>, <c>content_base64</c> or the name of a <c>file</c> of the call's options, and perhaps a name and a media type.</summary>
internal readonly struct FileArgument(string tool, string argument, UtcpCallOptions? options)
{
    /// <summary>The files of a value: one, or those of a list; none for null.</summary>
    /// <exception cref="UtcpArgumentException">The value is no file.</exception>
    public IEnumerable<UtcpFile> All(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? [] : [One(value)];
        }

        var files = new List<UtcpFile>();
        foreach (var item in value.EnumerateArray())
        {
            files.Add(One(item));
        }

        return files;
    }

    /// <summary>The file of a value.</summary>
    /// <exception cref="UtcpArgumentException">The value is no file.</exception>
    public UtcpFile One(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return new(Encoding.UTF8.GetBytes(value.GetString()!));
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Failure("must be the text of a file, or an object with \"content\", \"content_base64\" or \"file\"");
        }

        string? content = null, base64 = null, file = null, name = null, mediaType = null;
        foreach (var member in value.EnumerateObject())
        {
            var text = member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null ? member.Value.GetString() : throw Failure($"has a member {Quoted.Text(member.Name)} that is no string");
            switch (member.Name)
            {
                case "content": content = text; break;
                case "content_base64": base64 = text; break;
                case "file": file = text; break;
                case "file_name": name = text; break;
                case "media_type": mediaType = text; break;
                default: throw Failure($"has the member {Quoted.Text(member.Name)}; a file has \"content\", \"content_base64\" or \"file\", and \"file_name\" and \"media_type\"");
            }
        }

        return (content, base64, file) switch
        {
            ({ }, null, null) => New(Encoding.UTF8.GetBytes(content), name, mediaType),
            (null, { }, null) => New(Bytes(base64), name, mediaType),
            (null, null, { }) => Registered(file, name, mediaType),
            _ => throw Failure("needs exactly one of \"content\", \"content_base64\" and \"file\""),
        };
    }

    private UtcpFile New(byte[] bytes, string? name, string? mediaType)
    {
        try
        {
            return new(bytes, name, mediaType);
        }
        catch (ArgumentException)
        {
            throw Failure("has a \"media_type\" that is none, such as image/png");
        }
    }

    private UtcpFile Registered(string file, string? name, string? mediaType)
    {
        if (options?.Files.TryGetValue(file, out var found) != true || found is null)
        {
            var known = options is { Files.Count: > 0 } ? $"the files of this call are {string.Join(", ", options.Files.Keys.Order(StringComparer.Ordinal).Take(20).Select(Quoted.Text))}" : "this call has none";
            throw Failure($"refers to the file {Quoted.Text(file)}, which is not among UtcpCallOptions.Files; {known}");
        }

        return name is null && mediaType is null ? found : throw Failure("refers to a file, which has a name and a media type of its own");
    }

    private byte[] Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw Failure("has a \"content_base64\" that is not base64");
        }
    }

    private UtcpArgumentException Failure(string what) => new($"{tool}: the argument {Quoted.Text(argument)} {what}.", tool, argument);
}
