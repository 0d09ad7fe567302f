namespace Utcp.Manuals.Schemas;

/// <summary>Any value: <c>true</c>, <c>{}</c>, or a construct that no type can express. <c>null</c> is such a value too, whatever <see cref="Schema.Nullable"/> says.</summary>
public sealed record AnySchema : Schema;
