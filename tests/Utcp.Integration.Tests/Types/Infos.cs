using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Utcp.Json;

namespace Utcp.Integration.Tests.Types;

/// <summary>Generated types for the caller's own serializer. A context of the same project cannot see them, as no source generator sees what another one makes.</summary>
internal static class Infos
{
    public static JsonTypeInfo<T> Of<T>()
        where T : IJsonModel<T>
        => JsonMetadataServices.CreateValueInfo<T>(new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() }, new JsonModelConverter<T>());
}
