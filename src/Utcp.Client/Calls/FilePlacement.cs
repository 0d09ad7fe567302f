using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Puts arguments in their place that are files or have files in them.</summary>
internal static class FilePlacement
{
    /// <returns>Whether the argument was placed.</returns>
    /// <exception cref="UtcpArgumentException">Something else stands where a file is wanted.</exception>
    public static bool TryPlace(ref HttpRequestBuilder request, string tool, ToolPlace place, JsonElement value, FilePlaces files, UtcpCallOptions? options)
    {
        try
        {
            switch (place.Location)
            {
                // Text is sent as it is.
                case ParameterLocation.Body when files.IsWhole && value.ValueKind == JsonValueKind.Object:
                    request.BodyFile(new FileArgument(tool, place.WireName, options).One(value));
                    return true;
                case ParameterLocation.Body when files.Members.Count > 0 && value.ValueKind == JsonValueKind.Object:
                    request.Body<BodyWithFiles, BodyWithFilesCodec>(BodyWithFiles.Of(value, files, tool, options));
                    return true;
                case ParameterLocation.Part when files.Members.Contains(place.WireName) && value.ValueKind != JsonValueKind.Undefined:
                    IReadOnlyList<UtcpFile> all = [.. new FileArgument(tool, place.WireName, options).All(value)];
                    request.BodyMember<IReadOnlyList<UtcpFile>, FilesCodec>(place.WireName, all);
                    return true;
                default:
                    return false;
            }
        }
        catch (InvalidOperationException e) when (JsonDocumentText.IsBadText(e))
        {
            throw new UtcpArgumentException($"{tool}: the argument \"{place.WireName}\" has text that is not valid, such as a lone surrogate.", tool, place.WireName, e);
        }
    }
}
