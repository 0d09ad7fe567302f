using System.Text.Json;
using Utcp.Json;

namespace Utcp.Client.Calls;

/// <summary>Writes bodies with their files beside them.</summary>
internal readonly struct BodyWithFilesCodec : IJsonCodec<BodyWithFiles>
{
    public static BodyWithFiles Read(ref Utf8JsonReader reader) => throw new NotSupportedException();

    public static void Write(JsonOutput output, BodyWithFiles value)
    {
        output.BeginObject();
        foreach (var member in value.Value.EnumerateObject())
        {
            output.WriteName(member.Name);
            if (value.Files.TryGetValue(member.Name, out var files))
            {
                FilesCodec.Write(output, files);
            }
            else
            {
                output.WriteElement(member.Value);
            }
        }

        output.EndObject();
    }
}
