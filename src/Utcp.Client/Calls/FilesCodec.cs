using System.Text.Json;
using Utcp.Json;

namespace Utcp.Client.Calls;

/// <summary>Writes files as parts of one name.</summary>
internal readonly struct FilesCodec : IJsonCodec<IReadOnlyList<UtcpFile>>
{
    public static IReadOnlyList<UtcpFile> Read(ref Utf8JsonReader reader) => throw new NotSupportedException();

    public static void Write(JsonOutput output, IReadOnlyList<UtcpFile> value)
    {
        output.BeginArray();
        foreach (var file in value)
        {
            output.Separate();
            FileCodec.Write(output, file);
        }

        output.EndArray();
    }
}
