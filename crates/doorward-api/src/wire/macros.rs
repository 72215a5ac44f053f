//! What the generated code is written in. One macro for each kind of thing.

/// An object: a struct with a field for each described member and `rest` for all others.
///
/// `object! { Name(required: T, …) { field "wire": T, … } }`: the parentheses list what `new` takes.
/// Without them there is `Default`; with `(..)` neither, so many are required. `in_union` after the
/// braces is for an object that stands beside others in a `union!`, where they are told apart by
/// their members.
#[doc(hidden)]
#[macro_export]
macro_rules! object {
    (
        $(#[$meta:meta])*
        $name:ident ( $($required:ident: $required_type:ty),+ ) $fields:tt $($union:ident)?
    ) => {
        $crate::object! { @members $(#[$meta])* $name $fields $($union $fields)? }

        impl $name {
            /// This object with what it cannot be without; everything else is absent.
            pub fn new($($required: impl Into<$required_type>),+) -> Self {
                let mut this: Self = $crate::wire::Wire::from_fitting(::serde_json::Value::Null);
                $( this.$required = $required.into(); )+
                this
            }
        }
    };
    (
        $(#[$meta:meta])*
        $name:ident (..) $fields:tt $($union:ident)?
    ) => {
        $crate::object! { @members $(#[$meta])* $name $fields $($union $fields)? }
    };
    (
        $(#[$meta:meta])*
        $name:ident $fields:tt $($union:ident)?
    ) => {
        $crate::object! { @members $(#[$meta])* $name $fields $($union $fields)? }

        impl Default for $name {
            fn default() -> Self {
                $crate::wire::Wire::from_fitting(::serde_json::Value::Null)
            }
        }
    };
    (
        @members $(#[$meta:meta])* $name:ident {
            $( $(#[$field_meta:meta])* $field:ident $wire:literal: $type:ty, )*
        } $($union:ident $all:tt)?
    ) => {
        $(#[$meta])*
        #[derive(Clone)]
        pub struct $name {
            $(
                #[doc = concat!("`", $wire, "`")]
                $(#[$field_meta])*
                pub $field: $type,
            )*
            /// Members without a field, members that are `null`, members of another type.
            pub rest: ::serde_json::Map<String, ::serde_json::Value>,
        }

        impl $crate::wire::Wire for $name {
            fn check(value: &::serde_json::Value) -> Result<(), $crate::wire::Mismatch> {
                let members = $crate::wire::members(value)?;
                $( <$type as $crate::wire::Field>::check(members, $wire)?; )*
                let _ = members;
                Ok(())
            }

            fn from_fitting(value: ::serde_json::Value) -> Self {
                let mut members = $crate::wire::into_members(value);
                let _ = &mut members;
                $name {
                    $( $field: $crate::wire::Field::take(&mut members, $wire), )*
                    rest: members,
                }
            }

            fn to_value(&self) -> ::serde_json::Value {
                let mut members = ::serde_json::Map::new();
                $( $crate::wire::Field::put(&self.$field, $wire, &mut members); )*
                $crate::wire::with_rest(members, &self.rest)
            }

            $( $crate::object! { @$union $all } )?
        }

        $crate::json!($name);
        $crate::inspect!($name);
    };
    ( @in_union { $( $(#[$meta:meta])* $field:ident $wire:literal: $type:ty, )* } ) => {
        fn score(value: &::serde_json::Value) -> Option<u32> {
            Self::check(value).ok()?;
            let mut score = 1;
            for (name, member) in value.as_object()? {
                score += match name.as_str() {
                    $( $wire => <$type as $crate::wire::Field>::score(member)?, )*
                    _ => { let _ = member; 0 }
                };
            }
            Some(score)
        }
    };
}

/// A string of which some values are known. All others are kept.
///
/// `string_enum! { Name { Variant = "wire", … } }`
#[doc(hidden)]
#[macro_export]
macro_rules! string_enum {
    (
        $(#[$meta:meta])*
        $name:ident { $( $variant:ident = $wire:literal, )+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $wire, "`")]
                $variant,
            )+
            /// A value that was not known when this was compiled.
            Unknown(String),
        }

        impl $name {
            /// The values known.
            pub const KNOWN: &'static [&'static str] = &[$($wire),+];

            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( $name::$variant => $wire, )+
                    $name::Unknown(value) => value,
                }
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $( $wire => $name::$variant, )+
                    _ => $name::Unknown(value.to_owned()),
                }
            }
        }

        impl From<String> for $name {
            fn from(value: String) -> Self {
                $name::from(value.as_str())
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::wire::Wire for $name {
            fn check(value: &::serde_json::Value) -> Result<(), $crate::wire::Mismatch> {
                <String as $crate::wire::Wire>::check(value)
            }

            fn from_fitting(value: ::serde_json::Value) -> Self {
                $name::from(value.as_str().unwrap_or_default())
            }

            fn to_value(&self) -> ::serde_json::Value {
                ::serde_json::Value::from(self.as_str())
            }

            fn score(value: &::serde_json::Value) -> Option<u32> {
                $crate::wire::score_of_known(Self::KNOWN, value)
            }
        }

        $crate::text_parameter!($name);
        $crate::json!($name);
    };
}

/// A value of one of several types. The one that fits best is taken; what fits none is kept.
///
/// `union! { Name { Variant(Type), … } }`
#[doc(hidden)]
#[macro_export]
macro_rules! union {
    (
        $(#[$meta:meta])*
        $name:ident { $( $variant:ident($type:ty), )+ }
    ) => {
        $(#[$meta])*
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", stringify!($type), "`")]
                $variant($type),
            )+
            /// A value that fits none of the types.
            Unknown(::serde_json::Value),
        }

        $(
            impl From<$type> for $name {
                fn from(value: $type) -> Self {
                    $name::$variant(value)
                }
            }
        )+

        impl $crate::wire::Wire for $name {
            fn check(_: &::serde_json::Value) -> Result<(), $crate::wire::Mismatch> {
                Ok(())
            }

            fn from_fitting(value: ::serde_json::Value) -> Self {
                let types: [(
                    $crate::wire::Score,
                    fn(::serde_json::Value) -> Self,
                ); _] = [$((
                    <$type as $crate::wire::Wire>::score,
                    |value| $name::$variant($crate::wire::Wire::from_fitting(value)),
                )),+];
                $crate::wire::best(&types, &value).map_or($name::Unknown as fn(_) -> _, |read| read)(value)
            }

            fn to_value(&self) -> ::serde_json::Value {
                match self {
                    $( $name::$variant(value) => $crate::wire::Wire::to_value(value), )+
                    $name::Unknown(value) => value.clone(),
                }
            }

            fn score(value: &::serde_json::Value) -> Option<u32> {
                let scores: [$crate::wire::Score; _] = [$(<$type as $crate::wire::Wire>::score),+];
                scores.iter().filter_map(|score| score(value)).max()
            }
        }

        $crate::json!($name);
        $crate::inspect!($name);
    };
}

/// `serde` for a type that knows its JSON form.
#[doc(hidden)]
#[macro_export]
macro_rules! json {
    ($name:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&$crate::wire::Wire::to_value(self), to)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let value = <::serde_json::Value as ::serde::Deserialize>::deserialize(from)?;
                $crate::wire::Wire::read(value).map_err(::serde::de::Error::custom)
            }
        }
    };
}

/// `Debug`, without secrets, and equality for a type that knows its JSON form.
#[doc(hidden)]
#[macro_export]
macro_rules! inspect {
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::wire::debug(f, stringify!($name), $crate::wire::Wire::to_value(self))
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::wire::Wire::to_value(self) == $crate::wire::Wire::to_value(other)
            }
        }
    };
}

/// An operation: a struct of its parameters and its body.
///
/// `operation! { Name of Api "group.name" METHOD "/path/{id}" ["scope", …] -> Output { required } { rest } }`;
/// each field is `place field "wire": T`, where a place is `path`, `query`, `header`, `body`,
/// `optional_body`, `part` or `file`.
#[doc(hidden)]
#[macro_export]
macro_rules! operation {
    (
        $(#[$meta:meta])*
        $name:ident of $api:ident $wire_name:literal $method:ident $path:literal [$($scope:literal),*] -> $output:ty
        { $( $place:ident $field:ident $wire:literal: $type:ty, )* }
        { $( $optional_place:ident $optional:ident $optional_wire:literal: $optional_type:ty, )* }
    ) => {
        #[doc = concat!("`", $wire_name, "`: `", stringify!($method), " ", $path, "`")]
        #[doc = concat!("\n\nScopes:" $(, " `", $scope, "`")*)]
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $(
                #[doc = concat!("`", $wire, "` (", stringify!($place), ")")]
                pub $field: $type,
            )*
            $(
                #[doc = concat!("`", $optional_wire, "` (", stringify!($optional_place), ")")]
                pub $optional: $optional_type,
            )*
        }

        impl $crate::Operation for $name {
            type Api = $crate::$api;

            const NAME: &'static str = $wire_name;
            const METHOD: ::http::Method = ::http::Method::$method;
            const PATH: &'static str = $path;
            const SCOPES: &'static [&'static str] = &[$($scope),*];
            type Output = $output;

            fn write(&self, to: &mut $crate::Parts) {
                $( to.$place($wire, &self.$field); )*
                $( to.$optional_place($optional_wire, &self.$optional); )*
                let _ = to;
            }
        }

        impl $crate::FromArguments for $name {
            fn from_arguments(
                from: &mut $crate::Arguments,
            ) -> Result<Self, $crate::ArgumentError> {
                let _ = &from;
                Ok($name {
                    $( $field: from.$place($wire)?, )*
                    $( $optional: from.$optional_place($optional_wire)?, )*
                })
            }
        }

        $crate::operation! { @new $name { $($field: $type,)* } { $($optional)* } }
    };
    ( @new $name:ident {} { $($optional:ident)* } ) => {
        impl Default for $name {
            fn default() -> Self {
                $name { $( $optional: Default::default(), )* }
            }
        }
    };
    ( @new $name:ident { $($field:ident: $type:ty,)+ } { $($optional:ident)* } ) => {
        impl $name {
            /// This operation with what it cannot be without; everything else is left out.
            pub fn new($($field: impl Into<$type>),+) -> Self {
                $name {
                    $( $field: $field.into(), )+
                    $( $optional: Default::default(), )*
                }
            }
        }
    };
}
