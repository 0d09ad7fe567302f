using System.Globalization;
using Utcp.Manuals.Json;

namespace Utcp.Manuals.OpenApi;

/// <summary>A node and its JSON Pointer from the document's root.</summary>
internal readonly record struct Located(JsonValue Value, string Pointer)
{
    /// <summary>A member, or null when it is absent or <c>null</c>.</summary>
    public Located? Find(string name) => Value[name] is { IsNull: false } found ? new Located(found, Pointer + "/" + JsonPointer.Escape(name)) : null;

    public Located Of(JsonMember member) => new(member.Value, Pointer + "/" + JsonPointer.Escape(member.Name));

    public Located Item(int index) => new(Value.Items[index], Pointer + "/" + index.ToString(CultureInfo.InvariantCulture));
}
