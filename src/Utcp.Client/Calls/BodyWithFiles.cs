using System.Text.Json;

namespace Utcp.Client.Calls;

/// <summary>The body of a call, some of whose members are files.</summary>
/// <param name="Value">The body as given.</param>
/// <param name="Files">The files by the members that they stand in for.</param>
internal readonly record struct BodyWithFiles(JsonElement Value, IReadOnlyDictionary<string, IReadOnlyList<UtcpFile>> Files)
{
    /// <summary>Takes the files out of a body.</summary>
    /// <exception cref="UtcpArgumentException">A member is no file.</exception>
    public static BodyWithFiles Of(JsonElement value, FilePlaces places, string tool, UtcpCallOptions? options)
    {
        var files = new Dictionary<string, IReadOnlyList<UtcpFile>>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (places.Members.Contains(member.Name))
            {
                files[member.Name] = [.. new FileArgument(tool, member.Name, options).All(member.Value)];
            }
        }

        return new(value, files);
    }
}
